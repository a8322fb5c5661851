"""Photos: from a message's attachments to the answer under them."""
