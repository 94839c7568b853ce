"""Ideas from a shell: the directions somebody is curious about, from first hunch to the end."""
