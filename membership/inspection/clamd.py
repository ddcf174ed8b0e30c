class ScannerDown(Exception):
    pass


def scan(content: bytes, address: str):
    raise ScannerDown
