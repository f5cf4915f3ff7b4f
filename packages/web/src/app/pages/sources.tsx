import type { JSX } from 'preact'
import { type AroundAnswer, aroundAddress, type StoryAnswer, storyAddress } from '../api.ts'
import { type DocumentLabels, labelDocuments } from '../label-documents.ts'
import { ChainTree } from '../parts/chain-tree.tsx'
import { Heading, Loaded } from '../parts/common.tsx'
import { SourcesTree } from '../parts/sources-tree.tsx'
import { storyHref } from '../routes.ts'
import { useFetched } from '../use-fetched.ts'

/** On whom a story rests: articles, whom they cite, who speaks; and which of these count. */
export function SourcesView({
  story,
  labels,
}: {
  readonly story: StoryAnswer
  readonly labels: DocumentLabels
}): JSX.Element {
  return (
    <>
      <Heading>Sources: {story.title}</Heading>
      <p>
        <a href={storyHref(story.id)}>To the story</a>
      </p>
      <h2>Who has it from whom</h2>
      <p class="lead">Articles, the outlets and documents that they cite, and who speaks at the end.</p>
      <ChainTree reports={story.reports} sources={story.sources} labels={labels} />
      <h2>What counts</h2>
      <SourcesTree sources={story.sources} labels={labels} open />
    </>
  )
}

/** The sources of the story of an id. */
export function SourcesPage({ id }: { readonly id: string }): JSX.Element {
  const story = useFetched<StoryAnswer>(storyAddress(id))
  const around = useFetched<AroundAnswer>(aroundAddress(id))
  const labels = labelDocuments(around.state === 'there' ? around.value.documents : [])
  return <Loaded of={story}>{(found) => <SourcesView story={found} labels={labels} />}</Loaded>
}
