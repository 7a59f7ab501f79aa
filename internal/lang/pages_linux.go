package lang

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// largePages asks for pages of 2 MB for b, which is not yet used. Without them
// nothing is other but the speed.
func largePages(b []uint64) {
	const page = 2 << 20
	bytes := unsafe.Slice((*byte)(unsafe.Pointer(&b[0])), 8*len(b))
	from := -int(uintptr(unsafe.Pointer(&b[0]))) & (page - 1)
	if to := from + (len(bytes)-from)/page*page; to > from {
		_ = unix.Madvise(bytes[from:to], unix.MADV_HUGEPAGE)
	}
}
