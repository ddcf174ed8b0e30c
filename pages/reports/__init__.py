"""What editors are told of the site as a whole: broken links, silent pictures, pages that nobody touched or finds."""
