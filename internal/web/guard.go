package web

import (
	"crypto/rand"
	"crypto/subtle"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// policy lets a page load its own style and marks and nothing else.
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// secure sets the headers every answer has.
func secure(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Referrer-Policy", "no-referrer")
		head.Set("Cross-Origin-Opener-Policy", "same-origin")
		head.Set("Cross-Origin-Resource-Policy", "same-origin")
		head.Set("Cache-Control", "no-store")
		h.ServeHTTP(w, req)
	})
}

// cookie holds the token of a browser that has shown it.
const cookie = "stemma-token"

// Guard lets only those requests through to h that may read the record.
//
// Without a token it serves this machine alone: the Host must be a loopback
// name, so that no page of another site can reach the record by pointing its
// own name here. With a token each request must show it, as
// "Authorization: Bearer TOKEN", as the cookie, or once as ?token=TOKEN, which
// sets the cookie. Either way a request that a page of another site makes is
// refused, except a link followed, and only GET and HEAD are answered.
func Guard(h http.Handler, token string) http.Handler {
	return secure(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		switch {
		case req.Method != http.MethodGet && req.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			refuse(w, http.StatusMethodNotAllowed, "Pages here are read only.")
		case token == "" && !loopback(req.Host):
			refuse(w, http.StatusForbidden, "This record is served to this machine alone: open it as http://localhost.")
		case foreign(req):
			refuse(w, http.StatusForbidden, "Another site may not read this record.")
		case token != "" && shows(req.URL.Query().Get("token"), token):
			http.SetCookie(w, &http.Cookie{Name: cookie, Value: token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
			q := req.URL.Query()
			q.Del("token")
			to := url.URL{Path: "/" + strings.TrimLeft(req.URL.Path, `/\`), RawQuery: q.Encode()}
			http.Redirect(w, req, to.RequestURI(), http.StatusSeeOther)
		case token != "" && !admitted(req, token):
			refuse(w, http.StatusUnauthorized, "Open the address that stemma serve printed: it holds the token that opens this record.")
		default:
			h.ServeHTTP(w, req)
		}
	}))
}

// NewToken returns a token of 128 random bits or more.
func NewToken() string { return rand.Text() }

func shows(got, want string) bool {
	return got != "" && subtle.ConstantTimeCompare([]byte(got), []byte(want)) == 1
}

func admitted(req *http.Request, token string) bool {
	if bearer, ok := strings.CutPrefix(req.Header.Get("Authorization"), "Bearer "); ok && shows(bearer, token) {
		return true
	}
	c, err := req.Cookie(cookie)
	return err == nil && shows(c.Value, token)
}

// foreign reports whether a page of another origin makes the request.
func foreign(req *http.Request) bool {
	if o := req.Header.Get("Origin"); o != "" {
		u, err := url.Parse(o)
		return err != nil || u.Host != req.Host
	}
	site := req.Header.Get("Sec-Fetch-Site")
	return (site == "cross-site" || site == "same-site") && req.Header.Get("Sec-Fetch-Mode") != "navigate"
}

// loopback reports whether a Host names this machine: "localhost:8080",
// "127.0.0.1", "[::1]:8080".
func loopback(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.Trim(name, "[]")
	if strings.EqualFold(name, "localhost") {
		return true
	}
	ip := net.ParseIP(name)
	return ip != nil && ip.IsLoopback()
}
