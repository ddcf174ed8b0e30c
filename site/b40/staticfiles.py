"""Static files with a hash of the content in their names, also inside JavaScript modules."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedModulesStorage(CompressedManifestStaticFilesStorage):
    """Hashes every file, rewrites `import` lines, and stores gzip and brotli beside it."""

    support_js_module_import_aggregation = True
