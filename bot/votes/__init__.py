"""What people say of the answers: right, or something else."""
