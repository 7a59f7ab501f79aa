package lang

import (
	"sync"
	"unsafe"
)

// memory is where the tables of the models lie: side by side in large pieces, so
// that a system that has large pages can take them for it. What is looked up lies
// all over 25 MB, and a processor remembers where 2,000 pages of 4 KB are, or fewer.
var memory struct {
	sync.Mutex
	free []uint64
}

// pieceOfMemory is how many numbers a piece has: 16 MB.
const pieceOfMemory = 2 << 20

// cacheLine is how many numbers a processor fetches at once.
const cacheLine = 8

// table makes a slice of n values without pointers, which begins a cache line.
func table[T slotWord | uint32 | int16 | byte](n int) []T {
	var v T
	size := (n*int(unsafe.Sizeof(v)) + 8*cacheLine - 1) / (8 * cacheLine) * cacheLine
	if size == 0 || size > pieceOfMemory/2 {
		return make([]T, n)
	}
	memory.Lock()
	defer memory.Unlock()
	if len(memory.free) < size {
		memory.free = make([]uint64, pieceOfMemory)
		largePages(memory.free)
	}
	out := unsafe.Slice((*T)(unsafe.Pointer(&memory.free[0])), n)
	memory.free = memory.free[size:]
	return out
}
