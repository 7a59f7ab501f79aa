// Package bench holds the yardsticks: the best Go libraries for reading
// articles, run on the pages the product is measured on. It is a module of its
// own, so that the product depends on none of them.
//
//	go run ./reading -data DIR      write their figures beside ours
//	go test -bench . ./reading      pages a second, in one run with ours
package bench
