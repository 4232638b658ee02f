// A page opened from a folder or a stick may not read other files: leave out the extracts there, not the results.
if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
