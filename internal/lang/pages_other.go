//go:build !linux

package lang

func largePages([]uint64) {}
