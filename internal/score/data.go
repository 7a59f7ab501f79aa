package score

import (
	"archive/tar"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
)

// DataDir returns the folder of measuring data: STEMMA_DATA, or the folder
// shared/data beside the repository whose package stands at up ("../.." for
// internal/score). ok is false where there is none, and why says what to do.
func DataDir(up string) (dir, why string, ok bool) {
	if dir = os.Getenv("STEMMA_DATA"); dir == "" {
		dir = filepath.Join(up, "..", "shared", "data")
	}
	if _, err := os.Stat(dir); err != nil {
		return "", "no measuring data: set STEMMA_DATA to its folder", false
	}
	dir, err := filepath.Abs(dir)
	return dir, "", err == nil
}

// File is one file of an archive.
type File struct {
	Name string
	Body []byte
}

// ReadTarXZ returns the regular files of a .tar.xz, in order of name. It calls
// the xz command, so that the program itself need not carry a reader of it.
func ReadTarXZ(path string) ([]File, error) {
	var files []File
	err := readXZ(path, func(r io.Reader) error {
		for t := tar.NewReader(r); ; {
			h, err := t.Next()
			if err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
			if h.Typeflag != tar.TypeReg {
				continue
			}
			body, err := io.ReadAll(t)
			if err != nil {
				return err
			}
			files = append(files, File{h.Name, body})
		}
	})
	if err != nil {
		return nil, err
	}
	sort.Slice(files, func(i, j int) bool { return files[i].Name < files[j].Name })
	return files, nil
}

// ReadXZ returns the content of a .xz file.
func ReadXZ(path string) (body []byte, err error) {
	err = readXZ(path, func(r io.Reader) error {
		body, err = io.ReadAll(r)
		return err
	})
	return body, err
}

func readXZ(path string, f func(io.Reader) error) error {
	cmd := exec.Command("xz", "-dc", "--", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("read %s: %w (install xz)", path, err)
	}
	if err := f(out); err != nil {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		return fmt.Errorf("read %s: %w", path, err)
	}
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	return nil
}
