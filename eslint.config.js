import tseslint from 'typescript-eslint'

/** Plain `throw new Error` loses the code: users get a Diagnostic, bugs an invariant. */
const noBareThrow = {
  selector: "ThrowStatement > NewExpression[callee.name='Error']",
  message: 'Use `invariant()`, `assertNever()` or an error with a code.',
}

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/generated/',
      '**/*.generated.ts',
      'test/samples/',
      'test/corpus/',
      'coverage/',
      '.tmp/',
      'templates/',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', noBareThrow],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A branded or generic parameter that is used once still documents the call site.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Records from contracts are read through `own`; the compiler's index checks do the rest.
      '@typescript-eslint/no-dynamic-delete': 'error',
      // Interfaces ask for promises that an in-memory implementation has at once.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['test/**', 'docs/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Answers are parsed and compared with what is expected of them: a wrong shape fails the test.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Tests look whether there is a method without calling it.
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
)
