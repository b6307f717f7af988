import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { describe } from '../document';

type Described = ReturnType<typeof describe>;

/** Checks answers against the OpenAPI document of the interface. */
export class Checker {
  private readonly ajv = new Ajv2020({ allErrors: true, strict: false });

  constructor(private readonly described: Described) {
    formats.default(this.ajv);
    this.ajv.addSchema({ ...described, $id: 'https://document.example/' } as object);
  }

  /** What is wrong with a body that an operation answered, one line per fault. */
  faults(path: string, status: number, type: string, body: unknown): string[] {
    const at = this.answerOf(path, status);
    const content = at?.content as Record<string, unknown> | undefined;
    if (content === undefined) return [`${path} does not describe an answer ${status}`];
    if (!Object.hasOwn(content, type)) return [`${path} does not describe ${type} with ${status}`];
    const validate = this.validatorAt(path, status, type);
    return validate(body)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message }) => `${path} ${status} ${instancePath} ${message ?? ''}`,
        );
  }

  /** The answer that the document describes, wherever it stands in it. */
  answerOf(path: string, status: number): { content?: object } | undefined {
    const answer = this.described.paths?.[path]?.get?.responses?.[String(status) as '200'];
    return answer !== undefined && '$ref' in answer
      ? (this.described.components?.responses?.[nameIn(String(answer.$ref))] as { content?: object })
      : answer;
  }

  private validatorAt(path: string, status: number, type: string): ValidateFunction {
    const answer = this.described.paths?.[path]?.get?.responses?.[String(status) as '200'];
    const place =
      answer !== undefined && '$ref' in answer
        ? `/components/responses/${nameIn(String(answer.$ref))}`
        : `/paths/${escape(path)}/get/responses/${status}`;
    const address = `https://document.example/#${place}/content/${escape(type)}/schema`;
    const found = this.ajv.getSchema(address);
    if (found === undefined) throw new Error(`there is no schema at ${address}`);
    return found;
  }
}

const nameIn = (reference: string): string => reference.split('/').at(-1) ?? '';
const escape = (segment: string): string =>
  encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1')).replaceAll('%7E', '~');
