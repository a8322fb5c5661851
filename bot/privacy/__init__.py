"""What people can ask FitCheck about itself and about what it keeps of them."""
