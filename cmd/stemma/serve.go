package main

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/stemma-news/stemma/internal/api"
	"github.com/stemma-news/stemma/internal/web"
)

func serveCommand() *cobra.Command {
	var addr string
	c := &cobra.Command{
		Use:   "serve RECORD",
		Short: "Show the record as web pages and as a JSON API, on this machine",
		Long: `Show the record as web pages and as a JSON API.

It listens on this machine alone. With -addr it can listen elsewhere; it then
asks for a token, which is printed, or taken from STEMMA_TOKEN.`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage(errors.New("serve takes one record"), "`stemma serve RECORD`")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			st, err := openRecord(args[0])
			if err != nil {
				return err
			}
			defer st.Close()
			l, err := net.Listen("tcp", addr)
			if err != nil {
				return fail(fmt.Errorf("cannot listen on %s: %w", addr, err), "another program may listen there: `-addr 127.0.0.1:0` takes a free port")
			}
			mux := http.NewServeMux()
			mux.Handle("/api/v1/", api.Handler(st))
			mux.Handle("/", web.Handler(st))
			var h http.Handler = mux
			query := ""
			if !l.Addr().(*net.TCPAddr).IP.IsLoopback() {
				token := os.Getenv("STEMMA_TOKEN")
				if token == "" {
					token = rand.Text()
				}
				h, query = tokened(h, token), "?token="+token
			} else {
				h = local(h)
			}
			fmt.Fprintf(os.Stderr, "serving %s on http://%s/%s (stop with Ctrl-C)\n", args[0], l.Addr(), query)
			return serve(c.Context(), l, h)
		},
	}
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:8181", "the `ADDRESS` to listen on")
	return c
}

// serve serves until ctx is done, and lets what is being answered end.
func serve(ctx context.Context, l net.Listener, h http.Handler) error {
	s := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	stop := context.AfterFunc(ctx, func() {
		c, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		s.Shutdown(c)
	})
	defer stop()
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// local answers only requests that name this machine, so that a page of the
// web cannot reach the record through a name that it points here.
func local(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		host = strings.Trim(host, "[]")
		if ip := net.ParseIP(host); host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			http.Error(w, "this record is shown on this machine alone", http.StatusMisdirectedRequest)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// tokened answers only requests with the token: in the address at first, which
// sets a cookie, or as a bearer.
func tokened(h http.Handler, token string) http.Handler {
	same := func(s string) bool { return subtle.ConstantTimeCompare([]byte(s), []byte(token)) == 1 }
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		bearer, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		cookie, err := r.Cookie("stemma_token")
		switch {
		case same(bearer), err == nil && same(cookie.Value):
			h.ServeHTTP(w, r)
		case same(r.URL.Query().Get("token")):
			http.SetCookie(w, &http.Cookie{Name: "stemma_token", Value: token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
			http.Redirect(w, r, r.URL.Path, http.StatusSeeOther)
		default:
			http.Error(w, "a token is needed: open the address that `stemma serve` printed", http.StatusUnauthorized)
		}
	})
}
