// cmark-gfm renders statements; its extensions hold the tables.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
