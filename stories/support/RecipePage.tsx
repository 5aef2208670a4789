import { Description, Source, Stories, Title, useOf } from '@storybook/addon-docs/blocks';
import call from '../recipes/Call.tsx?raw';

/** The page of a recipe: what it is for, its stories, and its code once. */
export function RecipePage() {
  const { preparedMeta } = useOf('meta', ['meta']);
  return (
    <>
      <Title />
      <Description />
      <Stories title="" />
      <h2>Code</h2>
      <Source code={preparedMeta.parameters.docs.source.code} language="tsx" />
      <h2>Around it</h2>
      <Source code={call} language="tsx" />
    </>
  );
}
