/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** What is published, and the queries a page may make of it. */
    store: import('./store.ts').Store;
    /** Origins, without a trailing slash. */
    site: { url: string; cmsUrl: string; hub?: string | undefined };
    /** Where a long word may be broken. */
    joints: import('./text/mark-joints.ts').Joints;
    /** Set while a draft is rendered for an editor. */
    preview?: { cmsOrigin: string; isPublished: boolean };
  }
}
