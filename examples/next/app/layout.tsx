import type { ReactNode } from 'react';
import 'parlour/styles.css';
import './meet.css';

export const metadata = { title: 'Meet · Parlour' };
export const viewport = { colorScheme: 'light dark', viewportFit: 'cover' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
