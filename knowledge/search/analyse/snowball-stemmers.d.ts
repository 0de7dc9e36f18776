declare module 'snowball-stemmers' {
  type Stemmer = { stem(word: string): string };
  const snowball: { newStemmer(language: 'swedish' | 'english'): Stemmer };
  export default snowball;
}
