package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// Packed is a payload made ready to be kept: compressed, with its digest. It
// is made apart from writing, so that many can be made at once.
type Packed struct {
	SHA256 string // lower-case hex, of the bytes before compression
	Bytes  int    // before compression
	data   []byte
}

// Digest is the SHA-256 of b in lower-case hex.
func Digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Pack compresses body, whose digest is sha256.
func Pack(sha256 string, body []byte) Packed {
	return Packed{SHA256: sha256, Bytes: len(body), data: squeeze(body)}
}

var encoder = sync.OnceValue(func() *zstd.Encoder {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(0))
	if err != nil {
		panic("internal error: zstd: " + err.Error())
	}
	return e
})

var decoder = sync.OnceValue(func() *zstd.Decoder {
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(0), zstd.WithDecoderMaxMemory(maxUnpacked))
	if err != nil {
		panic("internal error: zstd: " + err.Error())
	}
	return d
})

// maxUnpacked bounds what one compressed cell of a record may become: a record
// may come from a stranger.
const maxUnpacked = 1 << 30

func squeeze(b []byte) []byte { return encoder().EncodeAll(b, nil) }

func unsqueeze(b []byte) ([]byte, error) {
	out, err := decoder().DecodeAll(b, nil)
	if err != nil {
		return nil, fmt.Errorf("decompress: %w", err)
	}
	return out, nil
}

// Size is how many bytes are to be kept.
func (p Packed) Size() int { return len(p.data) }

// Size is how many bytes are to be kept.
func (r Reading) Size() int { return len(r.data) }
