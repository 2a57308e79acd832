import { browser } from 'wxt/browser';
import type { Provenance } from '../../lib/record.ts';
import { REDACTION_VERSION } from '../../lib/redaction/redact-batch.ts';
import type { Circumstances } from './circumstances.ts';

/** Who records, and under which rules, for the first record of an episode. */
export async function currentProvenance({ policy, hashes, answer }: Circumstances): Promise<Provenance> {
  if (policy.status !== 'valid' || !hashes || !answer)
    throw new Error('Provenance needs a valid policy and an answered notice.');
  const { os } = await browser.runtime.getPlatformInfo();
  return {
    recorderVersion: browser.runtime.getManifest().version,
    browser: browserName(navigator.userAgent),
    platform: os,
    language: navigator.language,
    policyVersion: policy.policy.policyVersion,
    policyHash: hashes.policy,
    noticeHash: hashes.notice,
    noticeMode: policy.policy.notice.mode,
    noticeAt: answer.at,
    purpose: policy.policy.notice.purpose,
    redactionVersion: REDACTION_VERSION,
  };
}

/** Name and major version. */
function browserName(userAgent: string): string {
  const brands = [
    ['Edge', /Edg\/(\d+)/],
    ['Firefox', /Firefox\/(\d+)/],
    ['Chromium', /Chrome\/(\d+)/],
  ] as const;
  const [name, pattern] = brands.find(([, brand]) => brand.test(userAgent)) ?? [];
  return name && pattern ? `${name} ${pattern.exec(userAgent)?.[1] ?? ''}` : 'unknown';
}
