'use client';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Page, RoomsApiError } from '../../api/index.ts';

type InfiniteList<Resource> = UseInfiniteQueryResult<InfiniteData<Page<Resource>, number>, RoomsApiError>;

/** All of a list, page after page without being asked; undefined until the first page is there. */
export function useAllPages<Resource>(list: InfiniteList<Resource>): readonly Resource[] | undefined {
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = list;
  const more = hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (more) void fetchNextPage();
  }, [more, fetchNextPage]);
  return useMemo(() => data?.pages.flatMap((page) => page.data), [data]);
}
