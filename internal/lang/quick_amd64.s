#include "textflag.h"

// func sumsAVX(dst, start *int16, terms **int16, n int, table *int16, rows *int32, m, width, least int)
// 128 numbers at a time stay in registers while all is added, then 32.
TEXT ·sumsAVX(SB), NOSPLIT, $0-72
	MOVQ dst+0(FP), DI
	MOVQ start+8(FP), BX
	MOVQ terms+16(FP), SI
	MOVQ n+24(FP), R8
	MOVQ table+32(FP), R11
	MOVQ rows+40(FP), R12
	MOVQ m+48(FP), R13
	MOVQ width+56(FP), CX
	MOVQ least+64(FP), AX
	MOVQ AX, X15
	VPBROADCASTW X15, Y15
	MOVQ CX, AX
	SHLQ $1, AX
	XORQ DX, DX
sumswide:
	CMPQ CX, $128
	JL   sumsrest
	VMOVDQU 0(BX)(DX*1), Y0
	VMOVDQU 32(BX)(DX*1), Y1
	VMOVDQU 64(BX)(DX*1), Y2
	VMOVDQU 96(BX)(DX*1), Y3
	VMOVDQU 128(BX)(DX*1), Y4
	VMOVDQU 160(BX)(DX*1), Y5
	VMOVDQU 192(BX)(DX*1), Y6
	VMOVDQU 224(BX)(DX*1), Y7
	XORQ R9, R9
sumswideterm:
	CMPQ R9, R8
	JGE  sumswiderows
	MOVQ (SI)(R9*8), R10
	VPADDSW 0(R10)(DX*1), Y0, Y0
	VPADDSW 32(R10)(DX*1), Y1, Y1
	VPADDSW 64(R10)(DX*1), Y2, Y2
	VPADDSW 96(R10)(DX*1), Y3, Y3
	VPADDSW 128(R10)(DX*1), Y4, Y4
	VPADDSW 160(R10)(DX*1), Y5, Y5
	VPADDSW 192(R10)(DX*1), Y6, Y6
	VPADDSW 224(R10)(DX*1), Y7, Y7
	INCQ R9
	JMP  sumswideterm
sumswiderows:
	XORQ R9, R9
	ADDQ DX, R11
sumswiderow:
	CMPQ R9, R13
	JGE  sumswideend
	MOVLQSX (R12)(R9*4), R10
	IMULQ AX, R10
	VPADDSW 0(R10)(R11*1), Y0, Y0
	VPADDSW 32(R10)(R11*1), Y1, Y1
	VPADDSW 64(R10)(R11*1), Y2, Y2
	VPADDSW 96(R10)(R11*1), Y3, Y3
	VPADDSW 128(R10)(R11*1), Y4, Y4
	VPADDSW 160(R10)(R11*1), Y5, Y5
	VPADDSW 192(R10)(R11*1), Y6, Y6
	VPADDSW 224(R10)(R11*1), Y7, Y7
	INCQ R9
	JMP  sumswiderow
sumswideend:
	SUBQ DX, R11
	VPMAXSW Y15, Y0, Y0
	VMOVDQU Y0, 0(DI)(DX*1)
	VPMAXSW Y15, Y1, Y1
	VMOVDQU Y1, 32(DI)(DX*1)
	VPMAXSW Y15, Y2, Y2
	VMOVDQU Y2, 64(DI)(DX*1)
	VPMAXSW Y15, Y3, Y3
	VMOVDQU Y3, 96(DI)(DX*1)
	VPMAXSW Y15, Y4, Y4
	VMOVDQU Y4, 128(DI)(DX*1)
	VPMAXSW Y15, Y5, Y5
	VMOVDQU Y5, 160(DI)(DX*1)
	VPMAXSW Y15, Y6, Y6
	VMOVDQU Y6, 192(DI)(DX*1)
	VPMAXSW Y15, Y7, Y7
	VMOVDQU Y7, 224(DI)(DX*1)
	ADDQ $256, DX
	SUBQ $128, CX
	JMP  sumswide
sumsrest:
	CMPQ CX, $32
	JL   sumsdone
	VMOVDQU 0(BX)(DX*1), Y0
	VMOVDQU 32(BX)(DX*1), Y1
	XORQ R9, R9
sumsrestterm:
	CMPQ R9, R8
	JGE  sumsrestrows
	MOVQ (SI)(R9*8), R10
	VPADDSW 0(R10)(DX*1), Y0, Y0
	VPADDSW 32(R10)(DX*1), Y1, Y1
	INCQ R9
	JMP  sumsrestterm
sumsrestrows:
	XORQ R9, R9
	ADDQ DX, R11
sumsrestrow:
	CMPQ R9, R13
	JGE  sumsrestend
	MOVLQSX (R12)(R9*4), R10
	IMULQ AX, R10
	VPADDSW 0(R10)(R11*1), Y0, Y0
	VPADDSW 32(R10)(R11*1), Y1, Y1
	INCQ R9
	JMP  sumsrestrow
sumsrestend:
	SUBQ DX, R11
	VPMAXSW Y15, Y0, Y0
	VMOVDQU Y0, 0(DI)(DX*1)
	VPMAXSW Y15, Y1, Y1
	VMOVDQU Y1, 32(DI)(DX*1)
	ADDQ $64, DX
	SUBQ $32, CX
	JMP  sumsrest
sumsdone:
	VZEROUPPER
	RET

// func dotsAVX(dst *int32, vectors, h *int16, n, width int)
// Four products at a time.
TEXT ·dotsAVX(SB), NOSPLIT, $0-40
	MOVQ dst+0(FP), DI
	MOVQ vectors+8(FP), R10
	MOVQ h+16(FP), SI
	MOVQ n+24(FP), R8
	MOVQ width+32(FP), CX
	SHLQ $1, CX
dotsfour:
	CMPQ R8, $4
	JL   dotsdone
	LEAQ (R10)(CX*1), R11
	LEAQ (R11)(CX*1), R12
	LEAQ (R12)(CX*1), R13
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	XORQ DX, DX
dotsrow:
	CMPQ DX, CX
	JGE  dotsend
	VMOVDQU (SI)(DX*1), Y8
	VPMADDWD (R10)(DX*1), Y8, Y4
	VPADDD Y4, Y0, Y0
	VPMADDWD (R11)(DX*1), Y8, Y5
	VPADDD Y5, Y1, Y1
	VPMADDWD (R12)(DX*1), Y8, Y6
	VPADDD Y6, Y2, Y2
	VPMADDWD (R13)(DX*1), Y8, Y7
	VPADDD Y7, Y3, Y3
	ADDQ $32, DX
	JMP  dotsrow
dotsend:
	VPHADDD Y1, Y0, Y0
	VPHADDD Y3, Y2, Y2
	VPHADDD Y2, Y0, Y0
	VEXTRACTI128 $1, Y0, X1
	VPADDD X1, X0, X0
	VMOVDQU X0, (DI)
	ADDQ $16, DI
	LEAQ (R13)(CX*1), R10
	SUBQ $4, R8
	JMP  dotsfour
dotsdone:
	VZEROUPPER
	RET

// func pairsAVX(dst, matrix, vec *int16, n, width int)
// Thirty-two numbers at a time; the matrix has them one after the other, n
// pairs of each.
TEXT ·pairsAVX(SB), NOSPLIT, $0-40
	MOVQ dst+0(FP), DI
	MOVQ matrix+8(FP), SI
	MOVQ vec+16(FP), R11
	MOVQ n+24(FP), R8
	MOVQ width+32(FP), CX
	MOVQ $4096, AX
	MOVQ AX, X15
	VPBROADCASTD X15, Y15
pairsblock:
	CMPQ CX, $32
	JL   pairsdone
	VMOVDQA Y15, Y0
	VMOVDQA Y15, Y1
	VMOVDQA Y15, Y2
	VMOVDQA Y15, Y3
	XORQ R9, R9
pairsrow:
	CMPQ R9, R8
	JGE  pairsend
	VPBROADCASTD (R11)(R9*4), Y8
	VPMADDWD (SI), Y8, Y4
	VPADDD Y4, Y0, Y0
	VPMADDWD 32(SI), Y8, Y5
	VPADDD Y5, Y1, Y1
	VPMADDWD 64(SI), Y8, Y6
	VPADDD Y6, Y2, Y2
	VPMADDWD 96(SI), Y8, Y7
	VPADDD Y7, Y3, Y3
	ADDQ $128, SI
	INCQ R9
	JMP  pairsrow
pairsend:
	VPSRAD $13, Y0, Y0
	VPSRAD $13, Y1, Y1
	VPSRAD $13, Y2, Y2
	VPSRAD $13, Y3, Y3
	VPACKSSDW Y1, Y0, Y0
	VPACKSSDW Y3, Y2, Y2
	VPERMQ $0xD8, Y0, Y0
	VPERMQ $0xD8, Y2, Y2
	VMOVDQU Y0, (DI)
	VMOVDQU Y2, 32(DI)
	ADDQ $64, DI
	SUBQ $32, CX
	JMP  pairsblock
pairsdone:
	VZEROUPPER
	RET
