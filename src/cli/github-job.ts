/** GitHub job: what the environment says about the job of a GitHub workflow in which the command runs. */

/** https://docs.github.com/actions/reference/workflows-and-actions/variables */
export interface GithubJob {
  /** Absolute path of the folder that the paths of annotations are relative to. */
  readonly workspace?: string;
  /** The file that a step adds its part of the summary to. */
  readonly summary?: string;
  /** The address of the files of the commit, with a slash at its end. */
  readonly files?: string;
}

export function readGithubJob(environment: Readonly<Record<string, string | undefined>>): GithubJob {
  const { GITHUB_WORKSPACE, GITHUB_STEP_SUMMARY, GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA } = environment;
  return {
    ...(GITHUB_WORKSPACE ? { workspace: GITHUB_WORKSPACE } : {}),
    ...(GITHUB_STEP_SUMMARY ? { summary: GITHUB_STEP_SUMMARY } : {}),
    ...(GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_SHA
      ? { files: `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}/` }
      : {}),
  };
}
