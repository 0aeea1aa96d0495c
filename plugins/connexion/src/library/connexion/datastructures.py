NoContent = object()
