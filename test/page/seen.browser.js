// Runs in the page: what a person sees of it, in numbers. The value of the expression is what the test gets.
;(() => {
  const backgroundOf = (element) => {
    if (element === null) return 'rgb(255, 255, 255)'
    const { backgroundColor } = getComputedStyle(element)
    return backgroundColor === 'rgba(0, 0, 0, 0)' ? backgroundOf(element.parentElement) : backgroundColor
  }
  const texts = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!node.textContent.trim() || element.closest('title, desc, style')) continue
    const style = getComputedStyle(element)
    const colour = element.closest('svg') ? style.fill : style.color
    texts.push({ text: node.textContent.trim().slice(0, 40), colour, background: backgroundOf(element) })
  }
  const drawings = [...document.querySelectorAll('svg')].filter(
    (svg) => !svg.parentElement.closest('svg') && !svg.closest('[aria-hidden]'),
  )
  return {
    overflow: document.documentElement.scrollWidth - window.innerWidth,
    background: getComputedStyle(document.body).backgroundColor,
    texts,
    drawings: drawings.map((svg) => ({
      name: svg.getAttribute('aria-label'),
      role: svg.getAttribute('role'),
      isShown: svg.checkVisibility(),
      right: svg.getBoundingClientRect().right,
      width: svg.getBoundingClientRect().width,
    })),
    cards: [...document.querySelectorAll('.card')].map((card) => card.textContent),
    headings: [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1])),
    captions: [...document.querySelectorAll('table')].map((table) => table.caption?.textContent ?? ''),
    history: [...document.querySelectorAll('tr[data-kind]')]
      .filter((row) => row.offsetHeight > 0)
      .map((row) => row.dataset.kind),
  }
})()
