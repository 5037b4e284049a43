// Next writes the same into next-env.d.ts, which is not kept: a build changes it.
/// <reference types="next" />
/// <reference types="next/image-types/global" />
