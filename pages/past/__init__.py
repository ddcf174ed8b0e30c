"""Where pages that were public once stood, so that their old addresses lead on."""
