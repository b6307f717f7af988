export interface Point {
  x: number;
  y: number;
}

/** A straight line through points by least squares, and the share of their spread that it explains (R²). */
export interface LineFit {
  slope: number;
  intercept: number;
  explained: number;
}

export function fitLine(points: readonly Point[]): LineFit {
  const mean = (value: (point: Point) => number) =>
    points.reduce((sum, point) => sum + value(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const together = mean((point) => (point.x - x) * (point.y - y));
  const [spreadX, spreadY] = [mean((point) => (point.x - x) ** 2), mean((point) => (point.y - y) ** 2)];
  const slope = spreadX === 0 ? 0 : together / spreadX;
  return {
    slope,
    intercept: y - slope * x,
    explained: spreadX === 0 || spreadY === 0 ? 1 : together ** 2 / (spreadX * spreadY),
  };
}

const [width, height, margin] = [640, 400, 48];

/** The points and their line as a picture: length to the right, time upwards. */
export function plot(
  points: readonly Point[],
  { slope, intercept }: LineFit,
  labels: { x: string; y: string },
): string {
  const most = { x: Math.max(...points.map(({ x }) => x)), y: Math.max(...points.map(({ y }) => y)) };
  const at = ({ x, y }: Point) => ({
    x: (margin + (x / most.x) * (width - 2 * margin)).toFixed(1),
    y: (height - margin - (y / most.y) * (height - 2 * margin)).toFixed(1),
  });
  const [from, to] = [at({ x: 0, y: Math.max(0, intercept) }), at({ x: most.x, y: intercept + slope * most.x })];
  const dots = points.map((point) => `<circle cx="${at(point).x}" cy="${at(point).y}" r="2"/>`).join('');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<path d="M${margin} ${margin}V${height - margin}H${width - margin}" fill="none" stroke="#333"/>`,
    `<g fill="#1d4e89" fill-opacity="0.5">${dots}</g>`,
    `<path d="M${from.x} ${from.y}L${to.x} ${to.y}" stroke="#b3261e"/>`,
    `<text x="${width - margin}" y="${height - 16}" text-anchor="end">${labels.x}, up to ${most.x.toLocaleString('en')}</text>`,
    `<text x="${margin}" y="${margin - 16}">${labels.y}, up to ${most.y.toFixed(0)}</text>`,
    '</svg>',
    '',
  ].join('\n');
}
