/* A mathematics library that is wrong in the last bit, at random.
 *
 * Preloaded in front of the real one it answers each call of the functions below with the true result, the
 * next double above it or the next one below, so that a program which must give the same run on machines with
 * different C libraries can be put to the test on a single one. NOISE_SEED picks the errors; without it the
 * results are left alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

static uint64_t state;
static int is_awake;

/* xorshift: good enough to be unpredictable by the arguments, and the same for the same seed. */
static uint64_t next_bits(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static double blurred(double exact)
{
    if (!is_awake) {
        const char *seed = getenv("NOISE_SEED");
        state = seed ? 0x9E3779B97F4A7C15ULL * (uint64_t)(2 * atoll(seed) + 1) : 0;
        is_awake = 1;
    }
    if (state == 0 || exact == 0.0 || !isfinite(exact))
        return exact;
    switch (next_bits() >> 33 & 3) {
    case 0: return nextafter(exact, INFINITY);
    case 1: return nextafter(exact, -INFINITY);
    default: return exact;
    }
}

#define OF_ONE(name)                                          \
    double name(double x)                                     \
    {                                                         \
        static double (*real)(double);                        \
        if (!real)                                            \
            real = (double (*)(double))dlsym(RTLD_NEXT, #name); \
        return blurred(real(x));                              \
    }

#define OF_TWO(name)                                                  \
    double name(double x, double y)                                   \
    {                                                                 \
        static double (*real)(double, double);                        \
        if (!real)                                                    \
            real = (double (*)(double, double))dlsym(RTLD_NEXT, #name); \
        return blurred(real(x, y));                                   \
    }

OF_ONE(sin)
OF_ONE(cos)
OF_ONE(tan)
OF_ONE(asin)
OF_ONE(acos)
OF_ONE(atan)
OF_ONE(exp)
OF_ONE(log)
OF_TWO(atan2)
OF_TWO(pow)
OF_TWO(hypot)

/* Compilers turn a sine and a cosine of the same angle into this one call: a body's rotation is made of it. */
void sincos(double x, double *sine, double *cosine)
{
    static void (*real)(double, double *, double *);
    if (!real)
        real = (void (*)(double, double *, double *))dlsym(RTLD_NEXT, "sincos");
    real(x, sine, cosine);
    *sine = blurred(*sine);
    *cosine = blurred(*cosine);
}
