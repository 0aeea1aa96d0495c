"""DRY Rest Permissions: models say who may do what."""
