"""The migrations, one module each, in the order they are applied. None is ever changed."""
