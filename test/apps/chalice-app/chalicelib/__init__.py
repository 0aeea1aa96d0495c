"""What an observatory's Lambda functions share."""
