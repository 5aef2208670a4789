import './dom/countRenders.ts';
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Effects run twice in tests as they do in development, so that one that cannot be repeated fails here.
configure({ reactStrictMode: true });

// Testing Library cleans up by itself only where the test functions are globals.
afterEach(cleanup);
