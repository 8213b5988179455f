#include <stdio.h>

int main(void) {
    int a, b;
    return scanf("%d %d", &a, &b) == 2 && a <= b ? 42 : 43;
}
