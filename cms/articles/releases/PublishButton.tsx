'use client';
import { PublishButton as PayloadPublishButton, useDocumentInfo } from '@payloadcms/ui';
import type { PublishButtonClientProps } from 'payload';
import { useEffect } from 'react';

/**
 * Payload's button. For an article that was never out, its «Planlegg publisering» would suggest to take it
 * off the site, because it finds nothing newer than what is out: a draft counts as newer here.
 */
export function PublishButton(props: PublishButtonClientProps) {
  const { hasPublishedDoc, unpublishedVersionCount, setUnpublishedVersionCount } =
    useDocumentInfo();
  const isUncounted = !hasPublishedDoc && unpublishedVersionCount === 0;
  useEffect(() => {
    if (isUncounted) setUnpublishedVersionCount(1);
  }, [isUncounted, setUnpublishedVersionCount]);
  return <PayloadPublishButton {...props} />;
}
