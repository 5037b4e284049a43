import sharp from 'sharp';
import type { Article } from '../payload-types.ts';
import { startRoom, type Room } from './start-room.ts';

export interface ScratchCms extends Room {
  /** A published article unless `data` says otherwise. */
  anArticle: (data?: Record<string, unknown>) => Promise<Article>;
  /** A picture of 1200 × 800, through the real upload. */
  aPicture: () => Promise<{ id: string }>;
}

/** The real CMS on a throwaway database, with makers for what is published. One for each test file. */
export async function startScratchCms(): Promise<ScratchCms> {
  const room = await startRoom();
  const { payload } = room;
  payload.logger.level = 'silent';
  let number = 0;
  return {
    ...room,
    anArticle: (data = {}) => {
      number += 1;
      return payload.create({
        collection: 'articles',
        data: {
          title: `Sak ${number}`,
          lead: 'Ingress',
          kind: 'news',
          marking: 'editorial',
          sendAlert: false,
          _status: 'published',
          ...data,
        },
      });
    },
    aPicture: async () => {
      const canvas = { width: 1200, height: 800, channels: 3, background: '#468' } as const;
      const data = await sharp({ create: canvas }).jpeg().toBuffer();
      const file = { data, name: 'Kø i butikken.jpg', mimetype: 'image/jpeg', size: data.length };
      const words = { alt: 'Folk i kø', credit: 'Ola Nordmann' };
      return payload.create({ collection: 'media', data: words, file });
    },
  };
}
