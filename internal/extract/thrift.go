package extract

import (
	"runtime/debug"
	"sync"
)

// A page over thriftFrom bytes is read with the collector run when the heap has
// grown by thriftPercent, not when it has doubled: what is read then takes up to
// ten times the page, not sixteen. Pages of news rarely are as long.
const (
	thriftFrom    = 1 << 20
	thriftPercent = 25
)

var thrifty struct {
	sync.Mutex
	pages, before int
}

// thrift begins to read a long page; what it returns ends it.
func thrift() func() {
	thrifty.Lock()
	defer thrifty.Unlock()
	if thrifty.pages++; thrifty.pages == 1 {
		thrifty.before = debug.SetGCPercent(thriftPercent)
	}
	return func() {
		thrifty.Lock()
		defer thrifty.Unlock()
		if thrifty.pages--; thrifty.pages == 0 {
			debug.SetGCPercent(thrifty.before)
		}
	}
}
