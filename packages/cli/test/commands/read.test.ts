import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runFake } from './fake.ts'

const folder = mkdtempSync(join(tmpdir(), 'backchannel-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const article = fileOf('article.txt', 'Roe met Poe.')

describe('read', () => {
  it('prints the dossier of a file', async () => {
    const { status, out, err } = await runFake(['read', article, '--outlet', 'The Mail', '--title', 'Lunch'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toMatch(
      /^Lunch\nThe Mail, date not known, 3 words\n\nWHAT HAPPENED\n\nhappened {4}Roe held a meeting\.\n/,
    )
  })

  it('reads standard input', async () => {
    const { status, out } = await runFake(['read', '-'], { stdin: 'Poe met Roe.' })
    expect(status).toBe(0)
    expect(out).toContain('Poe held a meeting.')
  })

  it('prints one pretty JSON document, with what was told on the command line', async () => {
    const { out } = await runFake(['read', article, '--json', '--id', 'x1', '--published', '2024-05-05'])
    expect(out.startsWith('{\n  "format": "backchannel.dossier/1",\n')).toBe(true)
    expect(JSON.parse(out)).toMatchObject({
      engine: { version: '0.1.0', models: [{ name: 'core' }] },
      document: { id: 'x1', published: '2024-05-05', text: 'Roe met Poe.' },
      claims: [{ id: 'c1' }],
    })
  })

  it('prints several files in their order, JSON one a line', async () => {
    const slow = fileOf('slow.txt', 'Slow met Roe, slow.')
    const { out } = await runFake(['read', slow, article, '--json'])
    const lines = out.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line).document.text)).toEqual(['Slow met Roe, slow.', 'Roe met Poe.'])
  })

  it('goes on after a file that cannot be read, and says so', async () => {
    const { status, out, err } = await runFake(['read', join(folder, 'none.txt'), article])
    expect(status).toBe(1)
    expect(out).toContain('Roe held a meeting.')
    expect(err).toMatch(/^backchannel: there is no file ".*none\.txt"\n {2}Check the path/)
  })

  it('writes to a file', async () => {
    const path = join(folder, 'out.html')
    const { status, out } = await runFake(['read', article, '--format', 'html', '-o', path])
    expect({ status, out }).toEqual({ status: 0, out: '' })
    expect(readFileSync(path, 'utf8')).toMatch(/^<!doctype html>/)
    expect((await runFake(['read', article, '-o', join(folder, 'no', 'way')])).err).toMatch(/cannot be written/)
  })

  it('uses colors on a terminal alone, and keeps to its width', async () => {
    expect((await runFake(['read', article])).out).not.toContain('\u001b[')
    expect((await runFake(['read', article], { columns: 60 })).out).toContain('\u001b[32mhappened\u001b[39m')
    expect((await runFake(['read', article], { columns: 60, environment: { NO_COLOR: '1' } })).out).not.toContain(
      '\u001b[',
    )
    const narrow = await runFake(['read', article], { environment: { COLUMNS: '44' } })
    expect(Math.max(...narrow.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(44)
  })

  it('exits with 1 where the reading has errors', async () => {
    const { status, out } = await runFake(['read', '-'], { stdin: 'A flaw.' })
    expect(status).toBe(1)
    expect(out).toContain('There is a flaw. [intake/flaw]')
  })

  it.each([
    [['read'], 2, /missing required argument/],
    [[], 2, /no command/],
    [['reed'], 2, /unknown command 'reed'/],
    [['read', article, '--frobnicate'], 2, /unknown option '--frobnicate'/],
    [['read', article, '--format', 'pdf'], 2, /'pdf' is invalid.*text, html, md, json/],
    [['read', article, '--json', '--format', 'html'], 2, /exclude each other/],
    [['read', article, '--published', 'last week'], 2, /YYYY-MM-DD/],
    [['read', article, article, '--id', 'x'], 2, /--id is of one document/],
    [['read', article, '--threads', '0'], 2, /whole number from 1/],
    [['read', '-', '-'], 2, /standard input can be read once/],
    [['read', '--jsonl', article, '--title', 'x'], 2, /with --jsonl they stand in each line/],
    [['read', 'no-such-file.txt'], 3, /there is no file "no-such-file\.txt"/],
    [['read', folder], 3, /is a folder/],
    [['read', '--jsonl', 'no-such-file.jsonl'], 3, /there is no file/],
  ])('%j exits with %i', async (args, status, message) => {
    const outcome = await runFake(args)
    expect(outcome.status).toBe(status)
    expect(outcome.out).toBe('')
    expect(outcome.err).toMatch(args.some((arg) => arg.startsWith('--json')) ? /^\{"ok":false/ : /^backchannel: /)
    expect(outcome.err.replace(/\s+/g, ' ')).toMatch(message)
  })

  it('gives errors the one JSON shape with --json', async () => {
    const { status, err } = await runFake(['read', 'no-such-file.txt', '--json'])
    expect(status).toBe(3)
    expect(JSON.parse(err)).toEqual({
      ok: false,
      error: {
        code: 'host/no-such-file',
        message: 'there is no file "no-such-file.txt"',
        details: { path: 'no-such-file.txt' },
      },
      status: 3,
    })
    expect(JSON.parse((await runFake(['read', '--json'])).err)).toMatchObject({
      error: { code: 'cli/usage' },
      status: 2,
    })
  })

  it('names an error of the reading with its remedy', async () => {
    const { status, err } = await runFake(['read', '-'], { stdin: 'fail' })
    expect(status).toBe(3)
    expect(err).toMatch(/^backchannel: - is empty.*\n {2}Give a file/)
  })

  it('stops quietly where nobody takes the output', async () => {
    expect(await runFake(['read', article], { closeAfter: 0 })).toEqual({ status: 0, out: '', err: '' })
    // Of help too, whose writes nobody awaits.
    expect(await runFake(['read', '--help'], { closeAfter: 0 })).toEqual({ status: 0, out: '', err: '' })
  })
})

describe('read --jsonl', () => {
  const lines = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n')

  it('answers line by line in the same order, bad lines in their place', async () => {
    const stdin = [
      JSON.stringify({ id: 'a', text: 'Roe met Poe, slow.', outlet: 'Mail' }),
      '{bad',
      '',
      JSON.stringify({ id: 'b', text: 'Poe met\u2028Roe.' }),
      JSON.stringify({ id: 'c', text: 7 }),
      JSON.stringify({ id: 'd', text: 'fail' }),
    ].join('\n')
    const { status, out, err } = await runFake(['read', '--jsonl', '-', '--outlet', 'Post'], { stdin })
    expect({ status, err }).toEqual({ status: 1, err: '' })
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map((answer) => answer.document?.id ?? answer.id)).toEqual(['a', null, 'b', 'c', 'd'])
    expect(answers.map((answer) => answer.error?.code)).toEqual([
      undefined,
      'intake/bad-line',
      undefined,
      'intake/bad-line',
      'intake/empty',
    ])
    expect(answers[0].document.outlet).toBe('Mail')
    expect(answers[2].document.outlet).toBe('Post')
  })

  it('exits with 0 where every line is good, and prints nothing for nothing', async () => {
    expect((await runFake(['read', '--jsonl', '-'], { stdin: lines([{ id: 'a', text: 'Roe.' }]) })).status).toBe(0)
    expect(await runFake(['read', '--jsonl', '-'], { stdin: '' })).toEqual({ status: 0, out: '', err: '' })
  })

  it('names the byte of a line that is no UTF-8, and reads the others', async () => {
    const bad = new Uint8Array([...new TextEncoder().encode('{"id":"a","text":"caf'), 0xe9, 34, 125, 10])
    const good = new TextEncoder().encode(JSON.stringify({ id: 'b', text: 'Roe.' }))
    const { status, out } = await runFake(['read', '--jsonl', '-'], { stdin: [bad, good] })
    expect(status).toBe(1)
    const [first, second] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(first).toMatchObject({ id: null, error: { code: 'cli/bad-utf-8', message: /0xe9 at offset 21/ } })
    expect(second.document.id).toBe('b')
  })

  it('reads no further ahead than a few lines a thread', async () => {
    let taken = 0
    let most = 0
    let written = 0
    const many = Array.from({ length: 200 }, (_, index) =>
      new TextEncoder().encode(`{"id":"${index}","text":"Roe."}\n`),
    )
    const { fakeReaders } = await import('./fake.ts')
    const { status } = await runFake(['read', '--jsonl', '-', '--threads', '2'], {
      stdin: new Proxy(many, {
        get(target, key) {
          if (typeof key === 'string' && /^\d+$/.test(key)) {
            taken = Number(key) + 1
            most = Math.max(most, taken - written)
          }
          return Reflect.get(target, key)
        },
      }),
      readers: {
        lines: async (threads) => {
          const reader = await fakeReaders.lines(threads)
          return {
            ...reader,
            async read(source) {
              const result = await reader.read(source)
              written++
              return result
            },
          }
        },
      },
    })
    expect(status).toBe(0)
    expect(written).toBe(200)
    expect(most).toBeLessThan(30)
  })

  it('stops quietly where nobody takes the output', async () => {
    const stdin = lines(Array.from({ length: 50 }, (_, index) => ({ id: String(index), text: 'Roe.' })))
    const { status, out } = await runFake(['read', '--jsonl', '-'], { stdin, closeAfter: 3 })
    expect(status).toBe(0)
    expect(out.trimEnd().split('\n')).toHaveLength(3)
  })
})

describe('help and version', () => {
  it('shows every command with examples', async () => {
    const { status, out } = await runFake(['--help'])
    expect(status).toBe(0)
    expect(out).toMatch(/read .*\n.*parse/)
    expect(out).toMatch(/Examples:\n {2}backchannel read article\.txt/)
    for (const command of ['read', 'parse']) {
      const help = await runFake([command, '--help'])
      expect(help.status).toBe(0)
      expect(help.out).toContain(`Usage: backchannel ${command}`)
      expect(help.out).toContain('Examples:')
    }
  })

  it('prints the version', async () => {
    expect((await runFake(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('parse --conllu', () => {
  it('fills what it is given', async () => {
    const { status, out } = await runFake(['parse', '--conllu'], { stdin: '# a\n1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\n\n' })
    expect({ status, out }).toEqual({ status: 0, out: '# a\n1\tGo\tl\tX\tx\t_\t0\troot\t_\t_\n\n' })
  })

  it('names the line that is none', async () => {
    const { status, err } = await runFake(['parse', '--conllu'], { stdin: 'Hello.\n' })
    expect(status).toBe(3)
    expect(err).toMatch(/line 1 is no CoNLL-U: it has 1 columns/)
  })
})

describe('read --view', () => {
  const custody = fileOf('freed.txt', 'Roe freed Poe. Roe met Poe.')

  it('prints engagements once each, over all files together', async () => {
    const { status, out } = await runFake(['read', article, custody, '--view', 'engagements'])
    expect(status).toBe(0)
    expect(out).toMatch(/^Engagements: 2 documents\n/)
    expect(out).toContain('[1] told once')
    expect(out).toContain('[2] told once')
  })

  it('prints them as one JSON array', async () => {
    const { out } = await runFake(['read', article, '--view', 'engagements', '--json', '--id', 'x1'])
    expect(JSON.parse(out)).toMatchObject([{ id: 'x1#1', type: 'meeting', document: 'x1', claim: 'c1' }])
  })

  it('prints one object a line for a batch, errors in their place', async () => {
    const stdin = '{"id":"a","text":"Roe met Poe."}\n{"id":"b"}\n'
    const { status, out } = await runFake(['read', '--jsonl', '-', '--view', 'engagements'], { stdin })
    const [first, second] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(first).toMatchObject({ id: 'a', engagements: [{ type: 'meeting' }] })
    expect(second).toMatchObject({ id: 'b', error: {} })
    expect(status).toBe(1)
  })

  it('says so where there is nothing to show', async () => {
    expect((await runFake(['read', article, '--view', 'custody'])).out).toContain('Nobody is told to be held or freed.')
    expect(JSON.parse((await runFake(['read', article, '--view', 'custody', '--json'])).out)).toEqual([])
  })

  it('prints Markdown and HTML', async () => {
    expect((await runFake(['read', article, '--view', 'engagements', '--format', 'md'])).out).toMatch(/^# Engagements/)
    expect((await runFake(['read', article, '--view', 'engagements', '--format', 'html'])).out).toMatch(/^<!doctype/)
  })
})

describe('read --format cameo and plover', () => {
  it('puts the names of the columns on top, once', async () => {
    const { out } = await runFake(['read', article, article, '--format', 'cameo'])
    expect(out.match(/^event_id\t/gm)).toHaveLength(1)
  })

  it('keeps errors of a batch out of the table', async () => {
    const { status, out, err } = await runFake(['read', '--jsonl', '-', '--format', 'cameo'], { stdin: '{"id":"b"}\n' })
    expect(status).toBe(1)
    expect(out.split('\n')).toHaveLength(2)
    expect(err).toContain('"id":"b"')
  })

  it.each([
    [['--format', 'cameo', '--view', 'custody'], 'takes no --view'],
    [['--all'], '--all goes with'],
    [['--format', 'plover', '--json'], 'exclude each other'],
  ])('refuses %j', async (options, why) => {
    const { status, err } = await runFake(['read', article, ...options])
    expect(status).toBe(2)
    expect(err).toContain(why)
  })
})
