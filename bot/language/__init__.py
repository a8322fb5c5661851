"""Every sentence a person sees, one folder a language, as Fluent files."""
