'use client';
import { useDocumentInfo, useForm, useFormFields, useUploadEdits } from '@payloadcms/ui';
import { useEffect, useState, type CSSProperties, type PointerEvent } from 'react';
import styles from './FocusCrops.module.css';
import { text } from './text.ts';

const words = text.focus;
/** As `imageSizes` cuts them, width to height. */
const crops = { wide: 16 / 9, square: 1, share: 1200 / 630, classic: 4 / 3 } as const;
type Axis = 'x' | 'y';
type Point = Record<Axis, number>;

/** The point that stays in every cut, dragged on the picture; and all cuts beside it, as they will be. */
export function FocusCrops() {
  const { savedDocumentData } = useDocumentInfo();
  const { setModified } = useForm();
  const { updateUploadEdits, uploadEdits } = useUploadEdits();
  const file = useFormFields(([fields]) => fields['file']?.value);
  const source = useSource(file, savedDocumentData?.['url']);
  const [size, setSize] = useState<{ width: number; height: number }>();
  const [unshown, setUnshown] = useState<string>();
  const saved = (name: string) => Number(savedDocumentData?.[name] ?? 50);
  const point: Point = uploadEdits?.focalPoint ?? { x: saved('focalX'), y: saved('focalY') };
  if (source === undefined) return null;
  if (source === unshown) return <p role="status">{words.afterwards}</p>;

  const measure = ({ naturalWidth: width, naturalHeight: height }: HTMLImageElement) => {
    if (size?.width !== width || size.height !== height) setSize({ width, height });
  };
  const move = (next: Partial<Point>) => {
    const within = (value: number) => Math.round(Math.min(100, Math.max(0, value)));
    const focalPoint = {
      x: within(next.x ?? point.x),
      y: within(next.y ?? point.y),
    };
    updateUploadEdits({ focalPoint });
    setModified(true);
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    else if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    move({
      x: ((event.clientX - box.left) / box.width) * 100,
      y: ((event.clientY - box.top) / box.height) * 100,
    });
  };
  return (
    <section className={styles['panel']} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.help}</p>
      <div className={styles['crops']}>
        <div className={styles['whole']} onPointerDown={drag} onPointerMove={drag}>
          <img
            src={source}
            alt=""
            draggable={false}
            // Loaded before this runs, it does not tell again.
            ref={(image) => {
              if (image?.complete === true) measure(image);
            }}
            onLoad={({ currentTarget }) => measure(currentTarget)}
            // A telephone's format, which browsers do not show.
            onError={() => setUnshown(source)}
          />
          <span className={styles['point']} style={{ left: `${point.x}%`, top: `${point.y}%` }} />
        </div>
        {size !== undefined &&
          Object.entries(crops).map(([name, ratio]) => (
            <figure key={name}>
              <img src={source} alt="" style={cutTo(ratio, size, point)} />
              <figcaption>{words.crops[name as keyof typeof crops]}</figcaption>
            </figure>
          ))}
      </div>
      <div className={styles['axes']}>
        {(['x', 'y'] as const).map((axis) => (
          <label key={axis}>
            {words.axes[axis]}
            <input
              type="range"
              min={0}
              max={100}
              value={point[axis]}
              onChange={(event) => move({ [axis]: Number(event.target.value) })}
            />
          </label>
        ))}
      </div>
    </section>
  );
}

/** Where the picture is to be had: what was just chosen, else what is saved. */
function useSource(file: unknown, saved: unknown): string | undefined {
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    if (!(file instanceof Blob)) return undefined;
    const url = URL.createObjectURL(file);
    setChosen(url);
    return () => {
      setChosen(undefined);
      URL.revokeObjectURL(url);
    };
  }, [file]);
  return chosen ?? (typeof saved === 'string' ? saved : undefined);
}

/** The cut around the point, no further than the picture goes. */
function cutTo(
  ratio: number,
  { width, height }: { width: number; height: number },
  point: Point,
): CSSProperties {
  const own = width / height;
  // The side that is cut, and how much of it is shown.
  const shown = own > ratio ? ratio / own : own / ratio;
  const at = (value: number) =>
    shown === 1
      ? 50
      : (Math.min(1 - shown, Math.max(0, value / 100 - shown / 2)) / (1 - shown)) * 100;
  return {
    aspectRatio: ratio,
    objectPosition: own > ratio ? `${at(point.x)}% 50%` : `50% ${at(point.y)}%`,
  };
}
