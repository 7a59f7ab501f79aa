package capture

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"fmt"
	"io"
	"net/http/httputil"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// layers is how many content encodings may stand over each other.
const layers = 3

// unchunk undoes the chunks of a transfer. Archives that wrote the body down
// without them left the header as it was, so a body without chunks stays.
func unchunk(body []byte, limit int64) []byte {
	out, err := atMost(httputil.NewChunkedReader(bytes.NewReader(body)), limit)
	if len(out) == 0 && err != nil {
		return body
	}
	return out
}

// decode undoes content encodings, the last first, to at most limit bytes. A
// body that is not encoded after all stays as it is; one that breaks off gives
// what could be decoded.
func decode(body []byte, encodings string, limit int64) ([]byte, error) {
	list := strings.Split(encodings, ",")
	if len(list) > layers {
		return nil, fmt.Errorf("it is encoded %d times over", len(list))
	}
	for i := len(list) - 1; i >= 0; i-- {
		r, err := decoder(strings.ToLower(strings.TrimSpace(list[i])), body)
		if err != nil {
			return nil, err
		}
		if r == nil {
			continue
		}
		out, err := atMost(r, limit)
		if c, ok := r.(interface{ Close() }); ok {
			c.Close()
		}
		if err == tooLarge(limit) {
			return nil, err
		}
		if err != nil && len(out) == 0 {
			continue
		}
		body = out
	}
	return body, nil
}

// decoder returns a reader of body decoded, nil where there is nothing to
// undo.
func decoder(encoding string, body []byte) (io.Reader, error) {
	switch encoding {
	case "", "identity", "utf-8", "none":
		return nil, nil
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			return nil, nil
		}
		return z, nil
	case "deflate": // with or without the frame of zlib
		if z, err := zlib.NewReader(bytes.NewReader(body)); err == nil {
			return z, nil
		}
		return flate.NewReader(bytes.NewReader(body)), nil
	case "br":
		return brotli.NewReader(bytes.NewReader(body)), nil
	case "zstd":
		z, err := zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(128<<20))
		if err != nil {
			return nil, nil
		}
		return z, nil
	}
	return nil, fmt.Errorf("its encoding %q is not known", encoding)
}
