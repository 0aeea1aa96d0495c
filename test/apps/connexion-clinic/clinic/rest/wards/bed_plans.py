def search(ward):
    return []
