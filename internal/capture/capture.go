// Package capture brings pages in, from files, dumps, feeds, WARC, WACZ and
// the web, unread and unchanged.
package capture
