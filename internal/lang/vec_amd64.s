#include "textflag.h"

// func axpyAVX(a float32, x, y *float32, n int)
TEXT ·axpyAVX(SB), NOSPLIT, $0-32
	VBROADCASTSS a+0(FP), Y0
	MOVQ x+8(FP), SI
	MOVQ y+16(FP), DI
	MOVQ n+24(FP), CX
axpyloop:
	CMPQ CX, $8
	JL   axpydone
	VMULPS (SI), Y0, Y1
	VADDPS (DI), Y1, Y1
	VMOVUPS Y1, (DI)
	ADDQ $32, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JMP  axpyloop
axpydone:
	VZEROUPPER
	RET

// func addAVX(x, y *float32, n int)
TEXT ·addAVX(SB), NOSPLIT, $0-24
	MOVQ x+0(FP), SI
	MOVQ y+8(FP), DI
	MOVQ n+16(FP), CX
addloop:
	CMPQ CX, $8
	JL   adddone
	VMOVUPS (SI), Y1
	VADDPS (DI), Y1, Y1
	VMOVUPS Y1, (DI)
	ADDQ $32, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JMP  addloop
adddone:
	VZEROUPPER
	RET

// func dotAVX(x, y *float32, n int, sum *[8]float32)
TEXT ·dotAVX(SB), NOSPLIT, $0-32
	MOVQ x+0(FP), SI
	MOVQ y+8(FP), DI
	MOVQ n+16(FP), CX
	MOVQ sum+24(FP), DX
	VXORPS Y0, Y0, Y0
dotloop:
	CMPQ CX, $8
	JL   dotdone
	VMOVUPS (SI), Y1
	VMULPS (DI), Y1, Y1
	VADDPS Y1, Y0, Y0
	ADDQ $32, SI
	ADDQ $32, DI
	SUBQ $8, CX
	JMP  dotloop
dotdone:
	VMOVUPS Y0, (DX)
	VZEROUPPER
	RET

// func sumAVX(dst *float32, rows **float32, n, width int)
// Sixty-four numbers at a time stay in registers while all rows are added.
TEXT ·sumAVX(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ rows+8(FP), SI
	MOVQ n+16(FP), R8
	MOVQ width+24(FP), CX
	XORQ DX, DX
sumwide:
	CMPQ CX, $64
	JL   sumhalf
	VMOVUPS (DI)(DX*1), Y0
	VMOVUPS 32(DI)(DX*1), Y1
	VMOVUPS 64(DI)(DX*1), Y2
	VMOVUPS 96(DI)(DX*1), Y3
	VMOVUPS 128(DI)(DX*1), Y4
	VMOVUPS 160(DI)(DX*1), Y5
	VMOVUPS 192(DI)(DX*1), Y6
	VMOVUPS 224(DI)(DX*1), Y7
	XORQ R9, R9
sumwiderow:
	CMPQ R9, R8
	JGE  sumwidedone
	MOVQ (SI)(R9*8), R10
	VADDPS (R10)(DX*1), Y0, Y0
	VADDPS 32(R10)(DX*1), Y1, Y1
	VADDPS 64(R10)(DX*1), Y2, Y2
	VADDPS 96(R10)(DX*1), Y3, Y3
	VADDPS 128(R10)(DX*1), Y4, Y4
	VADDPS 160(R10)(DX*1), Y5, Y5
	VADDPS 192(R10)(DX*1), Y6, Y6
	VADDPS 224(R10)(DX*1), Y7, Y7
	INCQ R9
	JMP  sumwiderow
sumwidedone:
	VMOVUPS Y0, (DI)(DX*1)
	VMOVUPS Y1, 32(DI)(DX*1)
	VMOVUPS Y2, 64(DI)(DX*1)
	VMOVUPS Y3, 96(DI)(DX*1)
	VMOVUPS Y4, 128(DI)(DX*1)
	VMOVUPS Y5, 160(DI)(DX*1)
	VMOVUPS Y6, 192(DI)(DX*1)
	VMOVUPS Y7, 224(DI)(DX*1)
	ADDQ $256, DX
	SUBQ $64, CX
	JMP  sumwide
sumhalf:
	CMPQ CX, $8
	JL   sumdone
	VMOVUPS (DI)(DX*1), Y0
	XORQ R9, R9
sumhalfrow:
	CMPQ R9, R8
	JGE  sumhalfdone
	MOVQ (SI)(R9*8), R10
	VADDPS (R10)(DX*1), Y0, Y0
	INCQ R9
	JMP  sumhalfrow
sumhalfdone:
	VMOVUPS Y0, (DI)(DX*1)
	ADDQ $32, DX
	SUBQ $8, CX
	JMP  sumhalf
sumdone:
	VZEROUPPER
	RET

// func productAVX(dst, matrix, vec *float32, n, width int)
// dst = sum of vec[i] * matrix[i*width:][:width], in the order of i.
TEXT ·productAVX(SB), NOSPLIT, $0-40
	MOVQ dst+0(FP), DI
	MOVQ matrix+8(FP), SI
	MOVQ vec+16(FP), R11
	MOVQ n+24(FP), R8
	MOVQ width+32(FP), CX
	MOVQ CX, R12
	SHLQ $2, R12
	XORQ DX, DX
prodblock:
	CMPQ CX, $32
	JL   prodrest
	VXORPS Y0, Y0, Y0
	VXORPS Y1, Y1, Y1
	VXORPS Y2, Y2, Y2
	VXORPS Y3, Y3, Y3
	XORQ R9, R9
	LEAQ (SI)(DX*1), R10
prodrow:
	CMPQ R9, R8
	JGE  prodstore
	VBROADCASTSS (R11)(R9*4), Y8
	VMULPS (R10), Y8, Y9
	VADDPS Y9, Y0, Y0
	VMULPS 32(R10), Y8, Y10
	VADDPS Y10, Y1, Y1
	VMULPS 64(R10), Y8, Y11
	VADDPS Y11, Y2, Y2
	VMULPS 96(R10), Y8, Y12
	VADDPS Y12, Y3, Y3
	ADDQ R12, R10
	INCQ R9
	JMP  prodrow
prodstore:
	VMOVUPS Y0, (DI)(DX*1)
	VMOVUPS Y1, 32(DI)(DX*1)
	VMOVUPS Y2, 64(DI)(DX*1)
	VMOVUPS Y3, 96(DI)(DX*1)
	ADDQ $128, DX
	SUBQ $32, CX
	JMP  prodblock
prodrest:
	CMPQ CX, $8
	JL   proddone
	VXORPS Y0, Y0, Y0
	XORQ R9, R9
	LEAQ (SI)(DX*1), R10
prodrestrow:
	CMPQ R9, R8
	JGE  prodreststore
	VBROADCASTSS (R11)(R9*4), Y8
	VMULPS (R10), Y8, Y9
	VADDPS Y9, Y0, Y0
	ADDQ R12, R10
	INCQ R9
	JMP  prodrestrow
prodreststore:
	VMOVUPS Y0, (DI)(DX*1)
	ADDQ $32, DX
	SUBQ $8, CX
	JMP  prodrest
proddone:
	VZEROUPPER
	RET
