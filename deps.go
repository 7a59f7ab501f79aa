//go:build deps

package stemma

import (
	_ "github.com/andybalholm/brotli"
	_ "github.com/andybalholm/cascadia"
	_ "github.com/blevesearch/snowballstem"
	_ "github.com/clipperhouse/uax29/v2/words"
	_ "github.com/gogs/chardet"
	_ "github.com/klauspost/compress/zstd"
	_ "github.com/mmcdole/gofeed"
	_ "github.com/rogpeppe/go-internal/testscript"
	_ "github.com/schollz/progressbar/v3"
	_ "github.com/spf13/cobra"
	_ "github.com/zeebo/xxh3"
	_ "golang.org/x/net/html"
	_ "golang.org/x/text/encoding"
	_ "modernc.org/sqlite"
	_ "pgregory.net/rapid"
)
